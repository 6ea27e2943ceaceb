import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';

/** The icon of conversations, as plain SVG. */
export class IconEndpoint extends ApiEndpoint {
  override path = 'get-sidebar-icon';

  async get(): Promise<IApiResponse> {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
    return { status: HttpStatusCode.OK, headers: { 'Content-Type': 'image/svg+xml' }, content: svg };
  }
}
