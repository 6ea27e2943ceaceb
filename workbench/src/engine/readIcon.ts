import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/IAppInfo';

/** The icon that the engine has read from the package, as a data URL. */
export function readIcon(info: IAppInfo): { type: string; bytes: Buffer } | undefined {
  const content: unknown = Reflect.get(info, 'iconFileContent');
  const match = typeof content === 'string' ? /^data:([^;]+);base64,(.*)$/s.exec(content) : null;
  if (!match) return undefined;
  return { type: match[1] ?? 'image/png', bytes: Buffer.from(match[2] ?? '', 'base64') };
}
