import { workEndpoints } from '@little-bench/shared/issues/endpoints'
import { workContract } from '@little-bench/shared/issues/work.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { listWorks, saveWork } from './work.service.ts'

export const mountWorks = (mount: Mount, engine: Engine): void =>
  mount(workEndpoints, workContract, {
    listWorks: async ({ viewer, params, language }) => ({ items: await listWorks(engine, viewer, language, params) }),
    saveWork: ({ viewer, params, body, write }) => saveWork(engine, viewer, params, body, write),
  })
