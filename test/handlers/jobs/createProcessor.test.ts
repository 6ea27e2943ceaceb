import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { createProcessor } from '../../../src/handlers/jobs/createProcessor';
import type { CallAccessors } from '../../../src/handlers/HostMaker';
import { fakeHost } from '../../support/fakeHost';

const { host } = fakeHost();

test('a job runs by the clock where it has an interval, and not at once at every start', () => {
  const run = async () => undefined;
  expect(createProcessor(() => host, { id: 'clock', interval: '1 minute', run })).toMatchObject({
    id: 'clock',
    startupSetting: { type: 'recurring', interval: '1 minute', skipImmediate: true },
  });
  expect(createProcessor(() => host, { id: 'asked', run }).startupSetting).toBeUndefined();
});

test('it gets a host with the log of this very run, and what came along', async () => {
  const run = jest.fn(async () => undefined);
  const made: CallAccessors[] = [];
  const makeHost = (accessors: CallAccessors) => {
    made.push(accessors);
    return host;
  };
  const { processor } = createProcessor(makeHost, { id: 'asked', run });
  const app = { getLogger: () => 'the log of this run' } as unknown as IApp;
  const { read, modify, http, persistence } = host;
  await processor.call(app, { why: 'because' }, read, modify, http, persistence);
  expect(run).toHaveBeenCalledWith(host, { why: 'because' });
  expect(made).toEqual([expect.objectContaining({ logger: 'the log of this run' })]);
});
