import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { refuse } from './refuse';

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
