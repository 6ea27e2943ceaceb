/** Where a conversation came from. Rooms that an app made have type `app`, the app's id and its name as alias. */
export interface SourceDocument {
  type: 'app' | 'widget' | 'api' | 'sms' | 'email' | 'other';
  id?: string;
  alias?: string;
  label?: string;
  sidebarIcon?: string;
  defaultIcon?: string;
  destination?: string;
}
