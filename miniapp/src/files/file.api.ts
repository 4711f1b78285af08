import type { fileContract } from '@little-bench/shared/files/contract'
import { fileEndpoints } from '@little-bench/shared/files/endpoints'
import { createClient } from '../platform/request'

export const fileApi = createClient<typeof fileContract>(fileEndpoints)
