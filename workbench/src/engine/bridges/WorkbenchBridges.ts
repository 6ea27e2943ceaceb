import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';
import {
  WorkbenchApiBridge,
  WorkbenchAppActivationBridge,
  WorkbenchAppDetailChangesBridge,
  WorkbenchCommandBridge,
  WorkbenchOutboundMessageBridge,
  WorkbenchUiInteractionBridge,
} from './appBridges';
import type { BridgeParts } from './BridgeParts';
import {
  WorkbenchCloudWorkspaceBridge,
  WorkbenchEmailBridge,
  WorkbenchExperimentalBridge,
  WorkbenchListenerBridge,
  WorkbenchModerationBridge,
  WorkbenchOAuthAppsBridge,
  WorkbenchVideoConferenceBridge,
} from './refusingBridges';
import { WorkbenchContactBridge, WorkbenchRoleBridge, WorkbenchUserBridge } from './userBridges';
import {
  WorkbenchEnvironmentalVariableBridge,
  WorkbenchInternalBridge,
  WorkbenchInternalFederationBridge,
  WorkbenchServerSettingBridge,
} from './serverBridges';
import { WorkbenchHttpBridge } from './WorkbenchHttpBridge';
import { WorkbenchLivechatBridge } from './WorkbenchLivechatBridge';
import { WorkbenchMessageBridge, WorkbenchThreadBridge, WorkbenchUploadBridge } from './messageBridges';
import { WorkbenchPersistenceBridge } from './WorkbenchPersistenceBridge';
import { WorkbenchRoomBridge } from './WorkbenchRoomBridge';
import { WorkbenchSchedulerBridge } from './WorkbenchSchedulerBridge';

/** All bridges of the workbench, through which apps act on the workspace. */
export class WorkbenchBridges extends AppBridges {
  readonly #parts: BridgeParts;
  readonly #api = new WorkbenchApiBridge();
  readonly #command = new WorkbenchCommandBridge();
  readonly #outbound = new WorkbenchOutboundMessageBridge();
  readonly #environment = new WorkbenchEnvironmentalVariableBridge();
  readonly #listener = new WorkbenchListenerBridge();
  readonly #email = new WorkbenchEmailBridge();
  readonly #cloud = new WorkbenchCloudWorkspaceBridge();
  readonly #video = new WorkbenchVideoConferenceBridge();
  readonly #oauth = new WorkbenchOAuthAppsBridge();
  readonly #moderation = new WorkbenchModerationBridge();
  readonly #role = new WorkbenchRoleBridge();
  readonly #experimental = new WorkbenchExperimentalBridge();
  readonly #activation: WorkbenchAppActivationBridge;
  readonly #details: WorkbenchAppDetailChangesBridge;
  readonly #contact: WorkbenchContactBridge;
  readonly #http: WorkbenchHttpBridge;
  readonly #federation: WorkbenchInternalFederationBridge;
  readonly #internal: WorkbenchInternalBridge;
  readonly #livechat: WorkbenchLivechatBridge;
  readonly #message: WorkbenchMessageBridge;
  readonly #persistence: WorkbenchPersistenceBridge;
  readonly #room: WorkbenchRoomBridge;
  readonly #scheduler: WorkbenchSchedulerBridge;
  readonly #setting: WorkbenchServerSettingBridge;
  readonly #thread: WorkbenchThreadBridge;
  readonly #ui: WorkbenchUiInteractionBridge;
  readonly #upload: WorkbenchUploadBridge;
  readonly #user: WorkbenchUserBridge;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
    const { store, workspace, clock, scheduler } = this.#parts;
    this.#http = new WorkbenchHttpBridge(clock);
    this.#activation = new WorkbenchAppActivationBridge(workspace.events);
    this.#details = new WorkbenchAppDetailChangesBridge(workspace.events);
    this.#contact = new WorkbenchContactBridge(parts);
    this.#federation = new WorkbenchInternalFederationBridge(store.secrets);
    this.#internal = new WorkbenchInternalBridge(parts);
    this.#livechat = new WorkbenchLivechatBridge(parts);
    this.#message = new WorkbenchMessageBridge(parts);
    this.#persistence = new WorkbenchPersistenceBridge(store.records);
    this.#room = new WorkbenchRoomBridge(parts);
    this.#scheduler = new WorkbenchSchedulerBridge(scheduler);
    this.#setting = new WorkbenchServerSettingBridge(parts);
    this.#thread = new WorkbenchThreadBridge(parts);
    this.#ui = new WorkbenchUiInteractionBridge(workspace.events);
    this.#upload = new WorkbenchUploadBridge(parts);
    this.#user = new WorkbenchUserBridge(parts);
  }

  getApiBridge = () => this.#api;
  getAppActivationBridge = () => this.#activation;
  getAppDetailChangesBridge = () => this.#details;
  getCloudWorkspaceBridge = () => this.#cloud;
  getCommandBridge = () => this.#command;
  getContactBridge = () => this.#contact;
  getEmailBridge = () => this.#email;
  getEnvironmentalVariableBridge = () => this.#environment;
  getExperimentalBridge = () => this.#experimental;
  getHttpBridge = () => this.#http;
  getInternalBridge = () => this.#internal;
  getInternalFederationBridge = () => this.#federation;
  getListenerBridge = () => this.#listener;
  getLivechatBridge = () => this.#livechat;
  getMessageBridge = () => this.#message;
  getModerationBridge = () => this.#moderation;
  getOAuthAppsBridge = () => this.#oauth;
  getOutboundMessageBridge = () => this.#outbound;
  getPersistenceBridge = () => this.#persistence;
  getRoleBridge = () => this.#role;
  getRoomBridge = () => this.#room;
  getSchedulerBridge = () => this.#scheduler;
  getServerSettingBridge = () => this.#setting;
  getThreadBridge = () => this.#thread;
  getUiInteractionBridge = () => this.#ui;
  getUploadBridge = () => this.#upload;
  getUserBridge = () => this.#user;
  getVideoConferenceBridge = () => this.#video;
}
