import * as v from 'valibot';
import { replayFiles } from '../../replay/replayFiles';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { findNumber } from '../findNumber';
import { parseBody } from '../parseBody';

const request = v.object({
  number: v.string(),
  /** A folder of JSON files, or one file. */
  folder: v.optional(v.string()),
  file: v.optional(v.string()),
  /** Puts the given number in the place of the one in the bodies. */
  rewrite: v.optional(v.boolean(), true),
});

/** Delivers the webhook bodies found in files. */
export const replay: ControlRoute = {
  method: 'post',
  path: '/replay',
  handle: async ({ simulator, body }) => {
    const { number, folder, file, rewrite } = parseBody(request, body);
    const place = folder ?? file;
    if (place === undefined) throw new ControlError(400, 'folder: name a folder or a file');
    const results = await replayFiles(simulator, findNumber(simulator, number), place, rewrite).catch(() => {
      throw new ControlError(400, `folder: cannot read ${place}`);
    });
    return { delivered: results.filter(({ skipped }) => skipped === undefined).length, results };
  },
};
