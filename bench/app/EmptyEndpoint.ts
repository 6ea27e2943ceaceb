import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

/** Answers, and does nothing. */
export class EmptyEndpoint extends ApiEndpoint {
  override path = 'empty';

  async post(): Promise<IApiResponse> {
    return { status: 200 };
  }
}
