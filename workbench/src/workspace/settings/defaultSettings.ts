import type { SettingDocument } from '../documents/SettingDocument';

type Default = Pick<SettingDocument, 'value' | 'type'> & Partial<Pick<SettingDocument, 'public' | 'values' | 'hidden'>>;

/** The server settings that the app or the workbench asks for, with the real server's defaults where they differ not. */
export const defaultSettings: Record<string, Default> = {
  Site_Url: { value: 'http://localhost:3000', type: 'string', public: true },
  Site_Name: { value: 'Workbench', type: 'string', public: true },
  Language: { value: 'en', type: 'string', public: true },
  uniqueID: { value: '', type: 'string', public: true },
  UI_Use_Real_Name: { value: false, type: 'boolean', public: true },
  Message_AllowEditing: { value: true, type: 'boolean', public: true },
  Message_AllowDeleting: { value: true, type: 'boolean', public: true },
  Message_MaxAllowedSize: { value: 5000, type: 'int', public: true },
  Message_CustomFields_Enabled: { value: false, type: 'boolean' },
  Message_QuoteChainLimit: { value: 2, type: 'int', public: true },
  API_Enable_Rate_Limiter: { value: true, type: 'boolean' },
  API_Enable_Rate_Limiter_Limit_Calls_Default: { value: 10, type: 'int' },
  API_Enable_Rate_Limiter_Limit_Time_Default: { value: 60_000, type: 'int' },
  FileUpload_Enabled: { value: true, type: 'boolean', public: true },
  FileUpload_Enabled_Direct: { value: true, type: 'boolean', public: true },
  // The real default is 100 MiB in bytes, and -1 takes files of any size.
  FileUpload_MaxFileSize: { value: 104_857_600, type: 'int', public: true },
  FileUpload_MediaTypeWhiteList: { value: '', type: 'string', public: true },
  FileUpload_MediaTypeBlackList: { value: 'image/svg+xml', type: 'string', public: true },
  Message_Attachments_Thumbnails_Enabled: { value: true, type: 'boolean', public: true },
  FileUpload_ProtectFiles: { value: true, type: 'boolean', public: true },
  Livechat_enabled: { value: true, type: 'boolean', public: true },
  Livechat_fileupload_enabled: { value: true, type: 'boolean', public: true },
  Livechat_accept_chats_with_no_agents: { value: false, type: 'boolean' },
  Livechat_assign_new_conversation_to_bot: { value: false, type: 'boolean' },
  Livechat_last_chatted_agent_routing: { value: false, type: 'boolean' },
  Livechat_enabled_when_agent_idle: { value: true, type: 'boolean' },
  Livechat_lead_phone_regex: {
    value:
      '((?:\\([0-9]{1,3}\\)|[0-9]{2})[ \\-]*?[0-9]{4,5}(?:[\\-\\s\\_]{1,2})?[0-9]{4}(?:(?=[^0-9])|$)|[0-9]{4,5}(?:[\\-\\s\\_]{1,2})?[0-9]{4}(?:(?=[^0-9])|$))',
    type: 'string',
  },
  Livechat_lead_email_regex: { value: '\\b[A-Z0-9._%+-]+@(?:[A-Z0-9-]+\\.)+[A-Z]{2,4}\\b', type: 'string' },
  Livechat_request_comment_when_closing_conversation: { value: true, type: 'boolean', public: true },
  Omnichannel_Metrics_Ignore_Automatic_Messages: { value: false, type: 'boolean', public: true },
  Livechat_visitor_inactivity_timeout: { value: 3600, type: 'int' },
  Livechat_abandoned_rooms_action: {
    value: 'none',
    type: 'select',
    values: [
      { key: 'none', i18nLabel: 'Do_Nothing' },
      { key: 'close', i18nLabel: 'Livechat_close_chat' },
      { key: 'on-hold', i18nLabel: 'Omnichannel_onHold_Chat' },
    ],
  },
  Livechat_Routing_Method: {
    value: 'Auto_Selection',
    type: 'select',
    public: true,
    values: [
      { key: 'Auto_Selection', i18nLabel: 'Auto_Selection' },
      { key: 'Manual_Selection', i18nLabel: 'Manual_Selection' },
    ],
  },
  // A real workspace has these elsewhere: in its licence, and on the page of permissions.
  Workbench_MAC_Limit_Reached: { value: false, type: 'boolean' },
  // Ids with commas between: other releases may lack a setting, and apps are told so.
  Workbench_Settings_Absent_For_Apps: { value: '', type: 'string' },
  // Events of two messages may change places: an app's host does not wait for one before it tells of the next.
  Workbench_Events_Overtake: { value: false, type: 'boolean' },
  Workbench_Role_App_Has_View_Livechat_Rooms: { value: false, type: 'boolean' },
};
