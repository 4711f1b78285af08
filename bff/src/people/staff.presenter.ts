import type { LoadedConfig } from '@little-bench/config/model'
import type { Language } from '@little-bench/shared/kernel/language'
import type { StaffInvitation } from '@little-bench/shared/people/staff.contract'
import type { z } from 'zod'
import type { RoleAssignment } from '../platform/http/viewer.ts'
import { presentRole } from './person.presenter.ts'

export const presentInvitation = (
  { id, name, expiresAt, ...assignment }: RoleAssignment & { id: string; name: string; expiresAt: string },
  config: LoadedConfig,
  language: Language,
): z.input<typeof StaffInvitation> => ({ id, name, role: presentRole(assignment, config, language), expiresAt })
