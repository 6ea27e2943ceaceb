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
  requestTagBeforeClosingChat?: boolean;
  visitorInactivityTimeoutInSeconds?: number;
  _updatedAt: Date;
}
