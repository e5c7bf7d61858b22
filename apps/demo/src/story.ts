/** The story itself, told through the client: two data sources, one composite task, all of its mappings. */

import type { MultiTaskMappingElement } from '@roma-fdi/automap-cli/elements/mapping-element';
import type { FdiClient } from '@roma-fdi/client';
import type { MultiTaskInitBody } from '@roma-fdi/types';
import type { Progress } from './progress.ts';
import type { Database, Scene } from './scene.ts';

export interface Outcome {
  readonly taskId: string;
  /** What initialised the task; sent again, it answers the same pair. */
  readonly request: MultiTaskInitBody;
  readonly mappings: readonly MultiTaskMappingElement[];
}

/** The integration application that the data sources are said to belong to; the server keeps it as it is. */
const appId = 'roma-fdi-demo';

export async function tellStory(fdi: FdiClient, { source, target }: Scene, progress: Progress): Promise<Outcome> {
  const [sourceId, targetId] = await progress(
    `Registering the data sources ${source.name} and ${target.name}`,
    async () => [await findOrCreate(fdi, source), await findOrCreate(fdi, target)],
  );
  const request: MultiTaskInitBody = {
    task_id: taskIdOf(source, target),
    source_datasource_id: sourceId,
    target_datasource_id: targetId,
    auto_mapping: true,
  };
  const taskId = await progress('Initialising the composite task', async () => {
    const [element] = await fdi.compositeTasks.init(request);
    if (!element) throw new Error('The server answered no element for the pair.');
    return element.task_id;
  });
  const mappings = await progress(
    'Reading its mappings',
    async (stage) => {
      const all: MultiTaskMappingElement[] = [];
      for await (const mapping of fdi.compositeTasks.mappings.iterate(taskId)) {
        all.push(mapping);
        if (all.length % 100 === 0) stage.note(`${all.length} read`);
      }
      return all;
    },
    (all) => `${all.length} ${all.length === 1 ? 'table' : 'tables'}`,
  );
  return { taskId, request, mappings };
}

async function findOrCreate(fdi: FdiClient, { name, path }: Database): Promise<string> {
  for await (const known of fdi.dataSources.iterate({ name }))
    if (known.datasource_name === name) return known.datasource_id;
  const created = await fdi.dataSources.create({
    datasource_name: name,
    datasource_type: 'SQLITE',
    app_id: appId,
    content: { database_name: path },
  });
  return created.datasource_id;
}

/** The same for the same pair, so that a second run finds the task of the first. */
function taskIdOf(source: Database, target: Database): string {
  const part = (name: string): string =>
    name
      .replaceAll(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 22) || 'db';
  return `${part(source.name)}-to-${part(target.name)}`;
}
