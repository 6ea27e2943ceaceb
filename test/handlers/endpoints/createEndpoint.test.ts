import type { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { createEndpoint } from '../../../src/handlers/entry/endpoints/createEndpoint';
import { endpoints } from '../../../src/handlers/entry/endpoints/endpoints';
import type { CallAccessors } from '../../../src/handlers/core/HostMaker';
import { fakeHost } from '../../support/fakeHost';

test('an endpoint has its method and nothing else, and its handler gets a host of this very request', async () => {
  const { host } = fakeHost();
  const app = { getLogger: () => 'log of the registration' } as unknown as IApp;
  const handle = jest.fn(async () => ({ status: 204 }));
  const [row] = endpoints;
  if (!row) throw new Error('there are endpoints');
  const made: CallAccessors[] = [];
  const makeHost = (accessors: CallAccessors) => {
    made.push(accessors);
    return host;
  };
  const endpoint = createEndpoint(app, makeHost, { ...row, path: 'door', method: 'post', handle });
  expect(endpoint).toMatchObject({ path: 'door', post: expect.any(Function) });
  expect(endpoint.get).toBeUndefined();
  // The engine calls a copy whose app logs for this request.
  const copy = Object.assign(Object.create(endpoint) as typeof endpoint, {
    app: { getLogger: () => 'log of the request' },
  });
  const request = { content: 'x' } as unknown as IApiRequest;
  const { read, modify, http, persistence } = host;
  const answer = await copy.post?.(request, {} as IApiEndpointInfo, read, modify, http, persistence);
  expect(answer).toEqual({ status: 204 });
  expect(handle).toHaveBeenCalledWith(host, request);
  expect(made).toEqual([expect.objectContaining({ logger: 'log of the request' })]);
});

test('an endpoint that fails answers 500, and only the log tells why', async () => {
  const { host, log } = fakeHost();
  const handle = () => Promise.reject(new Error('no database'));
  const [row] = endpoints;
  if (!row) throw new Error('there are endpoints');
  const app = { getLogger: () => host.logger } as unknown as IApp;
  const endpoint = createEndpoint(app, () => host, { ...row, path: 'door', method: 'post', handle });
  const { read, modify, http, persistence } = host;
  const request = {} as unknown as IApiRequest;
  const answer = await endpoint.post?.(request, {} as IApiEndpointInfo, read, modify, http, persistence);
  expect(answer).toEqual({ status: 500 });
  expect(log).toEqual([expect.stringMatching(/door failed.*no database/)]);
});
