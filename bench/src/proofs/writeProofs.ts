import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { buildPackage } from '../../../scripts/package/buildPackage';
import { buildWorkbench } from '../../../test/e2e/support/buildWorkbench';
import { places } from '../stage/Stage';
import type { Goal } from '../report/Figures';
import { describeCircumstances, drawFigures, drawTable } from '../report/drawReport';
import { drawPlot } from './drawPlot';
import { proofSchema } from './Proof';
import type { Proof } from './Proof';

/** The result of a proof. The date and the machine are added. */
export type Findings = Omit<Proof, 'circumstances'>;

/**
 * Builds the package and the workbench, runs a proof, keeps what it found in `docs/proofs/<name>.json` and draws `docs/proofs.md` anew from all proofs. Ends the
 * process, with 1 when a goal was missed or the proof threw.
 *
 * @param options.isKept false for a run that is too short to stand in the document: it is printed only
 */
export async function runProof(
  name: string,
  prove: () => Promise<Findings>,
  { isKept = true }: { isKept?: boolean } = {},
): Promise<never> {
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const before = loadavg()[0] ?? 0;
  try {
    await Promise.all([buildWorkbench(), buildPackage({ path: places.appZip })]);
    const findings = await prove();
    const load: [number, number] = [before, loadavg()[0] ?? 0];
    const circumstances = describeCircumstances({ when, load, seconds: performance.now() / 1_000 });
    const proof = v.parse(proofSchema, { ...findings, circumstances });
    process.stdout.write(`${drawProof(name, proof)}\n\n${drawGoals([{ proof }])}\n`);
    if (isKept) {
      await keepProof(name, proof);
      await writeProofs();
    }
    process.exit(goalsOf(proof).every(({ isMet }) => isMet) ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}

async function keepProof(name: string, proof: Proof): Promise<void> {
  mkdirSync(places.proofs, { recursive: true });
  await writeFormatted(join(places.proofs, `${name}.json`), JSON.stringify(proof));
}

/** Draws `docs/proofs.md` and the plots from what the proofs have left. */
export async function writeProofs(): Promise<void> {
  const proofs = readProofs();
  for (const { name, proof } of proofs) {
    for (const plot of proof.plots) {
      writeFileSync(join(places.proofs, `${name}-${plot.slug}.svg`), drawPlot(plot));
    }
  }
  await writeFormatted(places.proofsDocument, drawDocument(proofs));
}

/** Every proof that was kept, by its name. @throws Error when a file holds no proof */
export function readProofs(): { name: string; proof: Proof }[] {
  return (existsSync(places.proofs) ? readdirSync(places.proofs) : [])
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: basename(file, '.json'),
      proof: v.parse(proofSchema, JSON.parse(readFileSync(join(places.proofs, file), 'utf8'))),
    }));
}

/** The whole document, not yet formatted. */
export function drawDocument(proofs: readonly { name: string; proof: Proof }[]): string {
  return [
    '# Proofs',
    'Each proof is a command that anybody can run. It tries the promises of the message path on the packaged app, the real Apps-Engine and a simulated 360dialog, all on one machine. The commands write this document; nobody edits it.',
    '## Goals',
    drawGoals(proofs),
    ...proofs.map(({ name, proof }) => drawProof(name, proof)),
  ].join('\n\n');
}

function drawGoals(proofs: readonly { proof: Proof }[]): string {
  const rows = proofs.flatMap(({ proof }) =>
    goalsOf(proof).map(({ what, goal, measured, isMet }) => [
      proof.title,
      what,
      goal,
      measured,
      isMet ? 'yes' : '**no**',
    ]),
  );
  return drawTable(['proof', 'figure', 'goal', 'measured', 'met'], rows);
}

function drawProof(name: string, { title, claim, command, circumstances, figures, plots }: Proof): string {
  return [
    `## ${title}`,
    claim,
    `\`${command}\` on ${circumstances}`,
    ...figures.map((each) => drawFigures(each).replace(/^## /, '### ')),
    ...plots.map((plot) => `![${plot.title}](proofs/${name}-${plot.slug}.svg)`),
  ].join('\n\n');
}

function goalsOf({ figures }: Proof): Goal[] {
  return figures.flatMap(({ goals = [] }) => goals);
}

async function writeFormatted(path: string, content: string): Promise<void> {
  writeFileSync(path, await format(content, { ...(await resolveConfig(path)), filepath: path }));
  process.stdout.write(`Written to ${relative(places.repository, path)}\n`);
}
