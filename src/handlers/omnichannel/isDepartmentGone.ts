import type { Host } from '../Host';

/** Whether a department was deleted or switched off, so that nobody will ever be there in it; where Rocket.Chat does not tell, no. */
export async function isDepartmentGone({ read, logger }: Host, departmentId: string): Promise<boolean> {
  try {
    return (await read.getLivechatReader().getLivechatDepartmentByIdOrName(departmentId))?.enabled !== true;
  } catch (error) {
    logger.warn('Rocket.Chat did not tell whether a department is there:', String(error));
    return false;
  }
}
