import type { TestProject } from 'vitest/node'
import setUp from '../setup/global-setup'
import { MOMENT } from './moment'

/** As for the other browser tests, with a server of its own for which no time goes by. */
export default (project: TestProject): Promise<() => Promise<void>> => setUp(project, { standsAt: MOMENT })
