import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, type IApiRequest, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';

/** Answers with what it was asked, as the app saw it. */
export class EchoEndpoint extends ApiEndpoint {
  override path = 'echo';

  get = this.#echo;
  post = this.#echo;
  put = this.#echo;

  async #echo(request: IApiRequest): Promise<IApiResponse> {
    const { method, query, content, user, headers } = request;
    return this.json({
      status: HttpStatusCode.CREATED,
      headers: { 'x-probe': 'yes' },
      content: { method, query, content, user: user?.username ?? null, agent: headers['x-agent'] ?? null },
    });
  }
}
