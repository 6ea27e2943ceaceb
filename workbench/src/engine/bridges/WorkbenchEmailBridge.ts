import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge';
import { refuse } from './refuse';

export class WorkbenchEmailBridge extends EmailBridge {
  protected async sendEmail(): Promise<void> {
    refuse('EmailBridge', 'sendEmail');
  }
}
