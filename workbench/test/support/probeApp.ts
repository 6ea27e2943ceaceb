import AdmZip from 'adm-zip';

export const PROBE_ID = '0f0e1c52-2f3b-4c69-9a0d-0123456789ab';

/** Every event of the engine that the workbench raises: the probe notes them all. */
const EVENTS = [
  'IPreMessageSentModify',
  'IPostMessageSent',
  'IPostSystemMessageSent',
  'IPostMessageUpdated',
  'IPostMessageDeleted',
  'IPostMessageReacted',
  'IPostRoomUserJoined',
  'IPostLivechatRoomStarted',
  'IPostLivechatRoomClosed',
  'IPostLivechatAgentAssigned',
  'IPostLivechatAgentUnassigned',
  'IPostLivechatRoomTransferred',
  'IPostLivechatGuestSaved',
];

const SOURCE = `
const { App } = require('@rocket.chat/apps-engine/definition/App');
const { ApiVisibility, ApiSecurity } = require('@rocket.chat/apps-engine/definition/api');
const { RocketChatAssociationRecord, RocketChatAssociationModel } = require('@rocket.chat/apps-engine/definition/metadata');
const { SettingType } = require('@rocket.chat/apps-engine/definition/settings');
const { StartupType } = require('@rocket.chat/apps-engine/definition/scheduler');

const events = [];
const association = (id) => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);
// The globals of an app's code. Code that a test sends finds the sandbox's globals.
const scope = { globalThis: typeof globalThis, Deno: typeof Deno, process: typeof process, window: typeof window,
  usual: [typeof Buffer, typeof fetch, typeof FormData, typeof AbortSignal] };
const AsyncFunction = (async () => {}).constructor;

const run = async (app, request, endpoint, read, modify, http, persistence) => {
  const names = ['read', 'modify', 'http', 'persistence', 'association', 'input', 'user', 'require', 'scope', 'logger', 'Buffer'];
  const work = new AsyncFunction(...names, request.content.code);
  try {
    const result = await work(read, modify, http, persistence, association, request.content.input, request.user, require, scope, app.getLogger(), Buffer);
    return { status: 200, content: { result } };
  } catch (error) {
    return { status: 200, content: { error: error.message } };
  }
};

class Probe extends App {
  async extendConfiguration(configuration) {
    await configuration.api.provideApi({ visibility: ApiVisibility.PUBLIC, security: ApiSecurity.UNSECURE, endpoints: [
      { path: 'run', app: this, post(...given) { return run(this.app, ...given) } },
      { path: 'events', get: async () => ({ status: 200, content: events.splice(0) }) },
      { path: 'orders/:id', get: async (request) => ({ status: 200, content: request.params }) },
      { path: 'own', authRequired: true, get: async (request) => ({ status: 200, content: { id: request.user.id } }) },
      { path: 'broken', get: async () => { throw new Error('out of order') } },
    ] });
    await configuration.api.provideApi({ visibility: ApiVisibility.PRIVATE, security: ApiSecurity.UNSECURE, endpoints: [
      { path: 'secret', post: async (request) => ({ status: 202, content: { got: request.content } }) },
    ] });
    await configuration.settings.provideSetting({ id: 'colour', type: SettingType.STRING, packageValue: 'red', required: false, public: false, i18nLabel: 'colour' });
    await configuration.slashCommands.provideSlashCommand({ command: 'probe', i18nDescription: 'probe_description', i18nParamsExample: '', providesPreview: false,
      executor: async (context) => { events.push({ event: 'command', args: context.getArguments(), triggerId: context.getTriggerId() }) } });
    await configuration.scheduler.registerProcessors([
      { id: 'note', processor: async (job) => { events.push({ event: 'job', job }) } },
      { id: 'fail', processor: async () => { throw new Error('no luck') } },
      { id: 'tick', processor: async (job) => { events.push({ event: 'tick' }) }, startupSetting: { type: StartupType.RECURRING, interval: '1 hour', skipImmediate: true, data: {} } },
    ]);
    await configuration.ui.registerButton({ actionId: 'press', context: 'roomAction', labelI18n: 'probe_button' });
  }
  async onSettingUpdated(setting) { events.push({ event: 'setting', id: setting.id, value: setting.value }) }
  async executeBlockActionHandler(context) {
    const { actionId, blockId, value, room, message, triggerId } = context.getInteractionData();
    return { success: true, seen: { actionId, blockId, value, room: room && room.id, message: message && message.id, triggerId } };
  }
  async executeViewSubmitHandler(context) { return context.getInteractionResponder().viewErrorResponse({ viewId: context.getInteractionData().view.id, errors: { key: 'wrong' } }) }
  async executeActionButtonHandler(context) {
    const { buttonContext, text, room } = context.getInteractionData();
    return { success: true, seen: { buttonContext, text, room: room && room.id } };
  }
  async executePreMessageSentModify(message, builder) {
    if (message.text !== 'change me') return message;
    return builder.setText('changed').getMessage();
  }
}
for (const [name, method] of Object.entries({
  IPostMessageSent: 'executePostMessageSent', IPostSystemMessageSent: 'executePostSystemMessageSent',
  IPostMessageUpdated: 'executePostMessageUpdated', IPostMessageDeleted: 'executePostMessageDeleted',
  IPostMessageReacted: 'executePostMessageReacted', IPostRoomUserJoined: 'executePostRoomUserJoined',
  IPostLivechatRoomStarted: 'executePostLivechatRoomStarted', IPostLivechatRoomClosed: 'executePostLivechatRoomClosed',
  IPostLivechatAgentAssigned: 'executePostLivechatAgentAssigned', IPostLivechatAgentUnassigned: 'executePostLivechatAgentUnassigned',
  IPostLivechatRoomTransferred: 'executePostLivechatRoomTransferred', IPostLivechatGuestSaved: 'executePostLivechatGuestSaved',
})) {
  Probe.prototype[method] = async function (payload) {
    const datesAreDates = payload.createdAt === undefined || payload.createdAt instanceof Date;
    events.push({ event: name, payload: JSON.parse(JSON.stringify(payload)), datesAreDates });
  };
}
exports.Probe = Probe;
`;

/** A package whose endpoint `run` does any code that a test sends, and which notes the events it gets. */
export function probeApp(changes: { version?: string; source?: string; without?: string } = {}): Buffer {
  const zip = new AdmZip();
  const info = {
    id: PROBE_ID,
    name: 'Probe App',
    nameSlug: 'probe',
    version: changes.version ?? '0.0.1',
    description: 'Does what a test says',
    requiredApiVersion: '^1.44.0',
    author: { name: 'x', homepage: 'https://example.com', support: 'https://example.com' },
    classFile: 'main.js',
    iconFile: 'icon.png',
    implements: [...EVENTS, 'IUIKitInteractionHandler'],
    permissions: [
      'ui.interact',
      'ui.registerButtons',
      'upload.read',
      'upload.write',
      'user.read',
      'user.write',
      'message.read',
      'message.write',
      'slashcommand',
      'api',
      'room.read',
      'room.write',
      'persistence',
      'scheduler',
      'networking',
      'server-setting.read',
      'contact.read',
      'contact.write',
      'livechat-status.read',
      'livechat-custom-fields.write',
      'livechat-visitor.read',
      'livechat-visitor.write',
      'livechat-message.read',
      'livechat-message.write',
      'livechat-message.multiple',
      'livechat-room.read',
      'livechat-room.write',
      'livechat-department.read',
      'livechat-department.multiple',
    ]
      .filter((name) => name !== changes.without)
      .map((name) => ({ name })),
  };
  zip.addFile('app.json', Buffer.from(JSON.stringify(info)));
  zip.addFile('main.js', Buffer.from(changes.source ?? SOURCE));
  zip.addFile('i18n/en.json', Buffer.from(JSON.stringify({ probe_button: 'Press' })));
  return zip.toBuffer();
}
