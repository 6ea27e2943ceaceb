import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { createProcessor } from '../../../src/handlers/entry/jobs/createProcessor';
import type { CallAccessors } from '../../../src/handlers/core/HostMaker';
import { fakeHost } from '../../support/fakeHost';

const { host } = fakeHost();
const appWith = (log: string) => ({ getLogger: () => log }) as unknown as IApp;

test('a job runs by the clock where it has an interval, and not at once at every start', () => {
  const run = async () => undefined;
  expect(createProcessor(appWith(''), () => host, { id: 'clock', interval: '1 minute', run })).toMatchObject({
    id: 'clock',
    startupSetting: { type: 'recurring', interval: '1 minute', skipImmediate: true },
  });
  expect(createProcessor(appWith(''), () => host, { id: 'asked', run }).startupSetting).toBeUndefined();
});

describe('it gets a host', () => {
  const run = jest.fn(async () => undefined);
  const made: CallAccessors[] = [];
  const makeHost = (accessors: CallAccessors) => {
    made.push(accessors);
    return host;
  };
  const processor = createProcessor(appWith('the log of the app'), makeHost, { id: 'asked', run });
  const { read, modify, http, persistence } = host;
  const runOn = (self: IApp | IProcessor) =>
    processor.processor.call(self, { why: 'because' }, read, modify, http, persistence);

  test('with the log of this very run, and what came along', async () => {
    await runOn(appWith('the log of this run'));
    expect(run).toHaveBeenLastCalledWith(host, { why: 'because' });
    expect(made.at(-1)).toMatchObject({ logger: 'the log of this run' });
  });

  test('with the log of the app where an older engine calls it on the processor', async () => {
    await runOn(processor);
    expect(run).toHaveBeenLastCalledWith(host, { why: 'because' });
    expect(made.at(-1)).toMatchObject({ logger: 'the log of the app' });
  });
});
