import type { IOAuthApp } from '@rocket.chat/apps-engine/definition/accessors/IOAuthApp';
import type { IWorkspaceToken } from '@rocket.chat/apps-engine/definition/cloud/IWorkspaceToken';
import type { VideoConference } from '@rocket.chat/apps-engine/definition/videoConferences/IVideoConference';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge';
import { ExperimentalBridge } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';
import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges/IListenerBridge';
import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { VideoConferenceBridge } from '@rocket.chat/apps-engine/server/bridges/VideoConferenceBridge';
import { refuse } from './BridgeParts';

export class WorkbenchCloudWorkspaceBridge extends CloudWorkspaceBridge {
  protected async getWorkspaceToken(): Promise<IWorkspaceToken> {
    return refuse('CloudWorkspaceBridge', 'getWorkspaceToken');
  }
}

export class WorkbenchEmailBridge extends EmailBridge {
  protected async sendEmail(): Promise<void> {
    refuse('EmailBridge', 'sendEmail');
  }
}

/** Has no methods in this version of the engine. */
export class WorkbenchExperimentalBridge extends ExperimentalBridge {}

export class WorkbenchModerationBridge extends ModerationBridge {
  protected async report(): Promise<void> {
    refuse('ModerationBridge', 'report');
  }

  protected async dismissReportsByMessageId(): Promise<void> {
    refuse('ModerationBridge', 'dismissReportsByMessageId');
  }

  protected async dismissReportsByUserId(): Promise<void> {
    refuse('ModerationBridge', 'dismissReportsByUserId');
  }
}

export class WorkbenchOAuthAppsBridge extends OAuthAppsBridge {
  protected async create(): Promise<string> {
    return refuse('OAuthAppsBridge', 'create');
  }

  protected async getById(): Promise<IOAuthApp> {
    return refuse('OAuthAppsBridge', 'getById');
  }

  protected async getByName(): Promise<IOAuthApp[]> {
    return refuse('OAuthAppsBridge', 'getByName');
  }

  protected async update(): Promise<void> {
    refuse('OAuthAppsBridge', 'update');
  }

  protected async delete(): Promise<void> {
    refuse('OAuthAppsBridge', 'delete');
  }

  protected async purge(): Promise<void> {
    refuse('OAuthAppsBridge', 'purge');
  }
}

/** The engine's own way to raise events; in the workbench `AppListeners` does it. */
export class WorkbenchListenerBridge implements IListenerBridge {
  async messageEvent(): Promise<void> {
    refuse('ListenerBridge', 'messageEvent');
  }

  async roomEvent(): Promise<void> {
    refuse('ListenerBridge', 'roomEvent');
  }

  async uiKitInteractionEvent(): Promise<void> {
    refuse('ListenerBridge', 'uiKitInteractionEvent');
  }
}

export class WorkbenchVideoConferenceBridge extends VideoConferenceBridge {
  protected async getById(): Promise<VideoConference> {
    return refuse('VideoConferenceBridge', 'getById');
  }

  protected async create(): Promise<string> {
    return refuse('VideoConferenceBridge', 'create');
  }

  protected async update(): Promise<void> {
    refuse('VideoConferenceBridge', 'update');
  }

  protected async registerProvider(): Promise<void> {
    refuse('VideoConferenceBridge', 'registerProvider');
  }

  protected async unRegisterProvider(): Promise<void> {
    refuse('VideoConferenceBridge', 'unRegisterProvider');
  }
}
