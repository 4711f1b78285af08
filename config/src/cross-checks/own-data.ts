import { REQUEST_DEADLINE } from '@little-bench/shared/privacy/service-codes'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'

/** Whoever asks what becomes of their data is answered by a day, in every community. */
export const checkOwnData = ({ shared }: Sources): Problem[] =>
  shared['deadline-classes.yaml'].deadlineClasses.some(({ id }) => id === REQUEST_DEADLINE)
    ? []
    : [
        {
          file: 'deadline-classes.yaml',
          key: 'deadlineClasses',
          rule: `must have ${REQUEST_DEADLINE}: requests about one's own data are answered by it`,
        },
      ]
