import type { TestWorkbench } from './TestWorkbench';

/**
 * Runs the app's scheduled jobs of a processor now, whenever they are due. What they begin may go on: see `idle`.
 * @param least how many there have to be
 * @throws Error when there are fewer
 */
export async function runJobs(workbench: TestWorkbench, processor: string, least = 1): Promise<void> {
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  const wanted = jobs.filter(({ processorId }) => processorId === processor);
  if (wanted.length < least) throw new Error(`Of ${processor} there are ${wanted.length} jobs`);
  for (const { id } of wanted) {
    await http.post(`/api/workbench/app/jobs/${id}`);
  }
}
