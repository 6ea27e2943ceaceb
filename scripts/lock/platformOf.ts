const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Where a package of machine code runs, in the words of `package.json`. */
export interface Platform {
  os: string[];
  cpu: string[];
  libc?: string[];
}

/**
 * Reads the platform from the name of a package, as all of these name themselves: `@swc/core-linux-arm64-musl`,
 * `@deno/darwin-x64`, `@oxc-parser/binding-win32-x64-msvc`. Undefined when the name does not tell.
 */
export function platformOf(name: string): Platform | undefined {
  const parts = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  if (!os || !cpu) return undefined;
  const libc = os === 'linux' ? libcOf(parts) : undefined;
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
}

function libcOf(parts: string[]): string | undefined {
  if (parts.includes('glibc') || parts.includes('gnu')) return 'glibc';
  return parts.includes('musl') ? 'musl' : undefined;
}
