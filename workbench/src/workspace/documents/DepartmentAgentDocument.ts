/** An agent's place in a department. */
export interface DepartmentAgentDocument {
  _id: string;
  departmentId: string;
  agentId: string;
  username: string;
  order: number;
  count: number;
}
