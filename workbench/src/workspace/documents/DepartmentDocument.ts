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
  /** Conversations that are forwarded to it while nobody is there wait in its queue. */
  allowReceiveForwardOffline?: boolean;
  /** Nobody may close a conversation without a tag: an app not at all, unless `chatClosingTags` has some. */
  requestTagBeforeClosingChat?: boolean;
  chatClosingTags?: string[];
  visitorInactivityTimeoutInSeconds?: number;
  _updatedAt: Date;
}

/** An agent's place in a department. */
export interface DepartmentAgentDocument {
  _id: string;
  departmentId: string;
  agentId: string;
  username: string;
  order: number;
  count: number;
}
