import type { VideoConference } from '@rocket.chat/apps-engine/definition/videoConferences/IVideoConference';
import { VideoConferenceBridge } from '@rocket.chat/apps-engine/server/bridges/VideoConferenceBridge';
import { refuse } from './refuse';

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
