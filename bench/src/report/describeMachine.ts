import { arch, cpus, platform, totalmem } from 'node:os';
import { readVersion } from '../system/readVersion';

/** Processor, memory and versions, in one line. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const versions = ['@rocket.chat/apps-engine', 'deno'].map((name) => `${name} ${readVersion(name)}`);
  const parts = [
    `${cpus().length} × ${model}`,
    memory,
    `${platform()} ${arch()}`,
    `Node ${process.version}`,
    ...versions,
  ];
  return parts.join(', ');
}
