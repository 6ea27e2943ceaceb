import { startTestWorkbench } from '../../../test/e2e/support/startTestWorkbench';
import type { Goal } from '../report/Figures';
import { connectStage } from '../stage/connectStage';
import { places } from '../stage/places';
import type { Measurement } from './Measurement';
import { tripsOfKinds } from './roundTrips/tripsOfKinds';
import { tripsOfPath } from './roundTrips/tripsOfPath';
import type { Trips } from './roundTrips/Trips';

/** What every kind of event costs in round trips. */
export const measureRoundTrips: Measurement = async ({ quick }) => {
  const workbench = await startTestWorkbench({ zip: places.appZip, durable: true });
  try {
    const stage = await connectStage(workbench);
    const kinds = await tripsOfKinds(stage, quick ? 6 : Infinity);
    const path = await tripsOfPath(stage);
    return [
      {
        title: 'Round trips of the message path',
        method:
          'Calls from the sandbox to Rocket.Chat, work after the answer included, as `/api/workbench/roundtrips` counts them.\n' +
          'Each is a message each way over a pipe; they are what everything costs.',
        columns: ['event', 'round trips'],
        rows: path.map(toRow),
        notes: [path.map(listCalls).join('\n')],
        goals: path.flatMap(toGoal),
      },
      {
        title: 'Round trips of everything else a customer can send',
        method: 'From a customer who is known and has a room; files are fetched from 360dialog and stored.',
        columns: ['event', 'round trips'],
        rows: kinds.map(toRow),
      },
    ];
  } finally {
    await workbench.stop();
  }
};

function toRow({ event, total }: Trips): string[] {
  return [event, String(total)];
}

function toGoal({ event, total, most }: Trips): Goal[] {
  if (most === undefined) return [];
  return [{ what: `round trips: ${event}`, goal: `≤ ${most}`, measured: String(total), isMet: total <= most }];
}

function listCalls({ event, calls }: Trips): string {
  const names = Object.entries(calls).map(([name, count]) => (count === 1 ? `\`${name}\`` : `${count} × \`${name}\``));
  return `- ${event}: ${names.join(', ') || 'none'}`;
}
