/** An omnichannel department. */
export interface DepartmentDocument {
  _id: string;
  name: string;
  description?: string;
  enabled: boolean;
  email: string;
  showOnRegistration: boolean;
  showOnOfflineForm: boolean;
  numAgents: number;
  fallbackForwardDepartment?: string;
  /** Whether conversations that are forwarded to it wait in its queue while nobody is there. */
  allowReceiveForwardOffline?: boolean;
  /** Whether closing a conversation requires a tag. An app can then close none, unless `chatClosingTags` has some. */
  requestTagBeforeClosingChat?: boolean;
  chatClosingTags?: string[];
  visitorInactivityTimeoutInSeconds?: number;
  _updatedAt: Date;
}

/** An agent's membership in a department. */
export interface DepartmentAgentDocument {
  _id: string;
  departmentId: string;
  agentId: string;
  username: string;
  order: number;
  count: number;
}
