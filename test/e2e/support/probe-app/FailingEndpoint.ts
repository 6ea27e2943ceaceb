import { ApiEndpoint, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';

/** Always throws. */
export class FailingEndpoint extends ApiEndpoint {
  override path = 'fail';

  get(): Promise<IApiResponse> {
    throw new Error('The endpoint fails as it was told to');
  }
}
