import { Buffer } from 'buffer';
import { drawingOf } from '../../blocks/elements';
import { forgetModal } from '../../blocks/forgetModal';
import { AppError } from '../../handlers/core/errors/AppError';
import type { CustomerRecordKind } from '../../handlers/core/records/recordKinds';
import { findOpenRoom } from '../../handlers/omnichannel/findOpenRoom';
import { sendPrivateFile } from '../../handlers/omnichannel/notifyUser';
import { showCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { Findings, ForgetEvent } from '../../machines/forgetCustomer';
import { forgetCustomer } from '../../machines/forgetCustomer';
import type { Scene } from '../Flow';
import { createFlow } from '../Flow';
import { modalOf, noticeOf, progressOf } from '../screens';
import { sayLate, sayToUser } from '../sayToUser';
import type { CustomerIdentity } from './customerIdentity';
import { identify } from './customerIdentity';
import type { CustomerRecord } from './customerRecords';
import { findCustomerRecords } from './customerRecords';
import { removeCustomerRecords } from './removeRecords';
import { theirItems } from './webhookItems';

type Show = (record: CustomerRecord, identity: CustomerIdentity) => object;

const whole: Show = (record) => record;

/** The part of a record that goes into the export: nothing about other customers, and no secret. */
const shown: Readonly<Record<CustomerRecordKind, Show>> = {
  inbox: (record, { ids }) => ({ ...record, body: theirItems(record.body, ids) }),
  conversation: ({ visitor: _token, ...record }) => record,
  'template-batch': ({ people = [], ...record }, { ids }) => ({
    ...record,
    people: people.filter(({ waId }) => ids.has(waId)),
  }),
  // A dead letter names all customers of its webhook, a form may name others.
  undelivered: ({ kind, reason }) => ({ kind, reason }),
  snapshot: ({ kind, flow, savedAt }) => ({ kind, flow, savedAt }),
  link: whole,
  note: whole,
  early: whole,
  outbox: whole,
  refusal: whole,
  report: whole,
  claim: whole,
  held: whole,
  kept: whole,
  untold: whole,
  unfetched: whole,
  'opt-out': whole,
  offer: whole,
  awaited: whole,
  'template-failure': whole,
};

/** Everything that is kept about a customer, as it is stored, for the export. */
function exportOf(records: readonly CustomerRecord[], identity: CustomerIdentity): object {
  return {
    exportedAt: new Date().toISOString(),
    customer: [...identity.ids],
    records: records.map((record) => shown[record.kind](record, identity)),
  };
}

type Group = Findings['groups'][number]['group'];

/** The group under which each kind of record is shown. An opt-out is shown separately. */
const GROUPS: Readonly<Record<Exclude<CustomerRecordKind, 'opt-out'>, Group>> = {
  conversation: 'identity',
  link: 'messages',
  note: 'messages',
  early: 'messages',
  refusal: 'messages',
  unfetched: 'messages',
  inbox: 'waiting',
  held: 'waiting',
  untold: 'waiting',
  undelivered: 'waiting',
  outbox: 'leaving',
  kept: 'leaving',
  awaited: 'templates',
  'template-batch': 'templates',
  'template-failure': 'templates',
  claim: 'other',
  report: 'other',
  offer: 'other',
  snapshot: 'other',
};

/** The order in which the groups are shown. */
const ORDER: readonly Group[] = ['identity', 'messages', 'waiting', 'leaving', 'templates', 'other'];

/** Forgetting a customer: shows what the app keeps about them, exports it on request, and deletes it. */
export const forgetFlow = createFlow({
  id: 'forget',
  version: 1,
  machine: forgetCustomer,
  handlers: {
    look: async ({ id }, scene): Promise<ForgetEvent> => {
      const { identity, records } = await search(scene, id);
      return { type: 'LOOKED', findings: { ...summaryOf(records), open: await hasOpenRoom(scene, identity) } };
    },
    exportRecords: async ({ id }, scene): Promise<ForgetEvent> => {
      const { identity, records } = await search(scene, id);
      const day = new Date().toISOString().slice(0, 10);
      const bytes = Buffer.from(JSON.stringify(exportOf(records, identity), undefined, 2));
      try {
        await sendPrivateFile(scene.host, scene.user, { bytes, filename: `whatsapp-customer-${day}.json` });
        return { type: 'EXPORTED', notice: { key: 'forget:exported' } };
      } catch (error) {
        if (error instanceof AppError) {
          return { type: 'EXPORTED', notice: { key: error.key, params: error.params } };
        }
        throw error;
      }
    },
    forgetRecords: async ({ id, alsoOptOut }, scene): Promise<ForgetEvent> => {
      const { identity, records } = await search(scene, id);
      await removeCustomerRecords(scene.host, identity, { records, keepsOptOut: !alsoOptOut });
      const after = await search(scene, id);
      const left = after.records.filter(({ kind }) => alsoOptOut || kind !== 'opt-out').length;
      return { type: 'FORGOTTEN', left };
    },
    announceForgotten: async ({ left }, scene) => {
      await sayToUser(scene, sayDone(scene, left));
    },
  },
  late: {
    choosing: (_, scene) => sayLate(scene, scene.t('forget:looked')),
  },
  screens: {
    looking: (_, scene) => progress(scene, 'forget:looking'),
    choosing: ({ id, findings, notice }, scene) =>
      modalOf(
        forgetModal(drawingOf(scene), {
          customer: showCustomer(id),
          findings,
          notice: notice ? scene.t(notice.key, notice.params) : undefined,
        }),
      ),
    exporting: (_, scene) => progress(scene, 'forget:exporting'),
    forgetting: (_, scene) => progress(scene, 'forget:deleting'),
    // For an admin who had to wait: the dialog may be closed by then.
    forgotten: ({ left }, scene) => noticeOf(scene, { title: scene.t('forget:title'), text: sayDone(scene, left) }),
  },
});

function sayDone({ t }: Scene, left: number): string {
  return t(left > 0 ? 'forget:doneInPart' : 'forget:done', { left });
}

/** Everything about a customer except this journey itself. */
async function search(
  { host, stage }: Scene,
  id: string,
): Promise<{ identity: CustomerIdentity; records: CustomerRecord[] }> {
  const identity = await identify(host, id);
  return { identity, records: await findCustomerRecords(host, identity, stage) };
}

function summaryOf(records: readonly CustomerRecord[]): Pick<Findings, 'groups' | 'optOut'> {
  const groups = records.flatMap(({ kind }) => (kind === 'opt-out' ? [] : [GROUPS[kind]]));
  return {
    groups: ORDER.flatMap((group) => {
      const amount = groups.filter((each) => each === group).length;
      return amount > 0 ? [{ group, amount }] : [];
    }),
    optOut: records.some(({ kind }) => kind === 'opt-out'),
  };
}

async function hasOpenRoom({ host }: Scene, { owners }: CustomerIdentity): Promise<boolean> {
  for (const { conversation } of owners) {
    if (conversation && (await findOpenRoom(host, conversation))) {
      return true;
    }
  }
  return false;
}

const progress = (scene: Scene, doing: string) =>
  modalOf(progressOf(scene, { title: scene.t('forget:title'), doing: scene.t(doing) }));
