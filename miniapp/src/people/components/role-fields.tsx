import { SCOPE_OF_ROLE } from '@little-bench/shared/people/roles'
import type { StaffRole } from '@little-bench/shared/people/staff'
import { useCommunities, useCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { communitiesToGive, type RoleFields as Fields, missingOf, NO_ROLE, rolesToGive } from '../given-role'
import { roleText } from '../people.text'
import { useStaff } from '../staff.api'
import { staffText } from '../staff.text'

interface RoleFieldsProps {
  fields: Fields
  onChange: (fields: Fields) => void
  hasTried: boolean
}

/** Which role, and exactly the part of the town to which it is scoped. */
export const RoleFields = ({ fields, onChange, hasTried }: RoleFieldsProps) => {
  const t = useText(staffText)
  const tRole = useText(roleText)
  const held = useSession((session) => session.person?.roles) ?? []
  const missing = hasTried ? missingOf(fields) : undefined
  const scope = fields.role && SCOPE_OF_ROLE[fields.role]
  return (
    <>
      <ChoiceList<StaffRole>
        label={t('role')}
        isRequired
        error={missing === 'role' ? t('roleMissing') : undefined}
        choices={rolesToGive(held).map((role) => ({ value: role, name: tRole(role) }))}
        value={fields.role}
        onChange={(role) => onChange({ ...NO_ROLE, role })}
      />
      {fields.role && (scope === 'community' || scope === 'grid_cell') && (
        <CommunityField role={fields.role} fields={fields} onChange={onChange} isMissing={missing === 'communityId'} />
      )}
      {scope === 'grid_cell' && fields.communityId && (
        <GridCellField fields={fields} onChange={onChange} isMissing={missing === 'gridCellId'} />
      )}
      {scope === 'unit' && <UnitField fields={fields} onChange={onChange} isMissing={missing === 'unitId'} />}
    </>
  )
}

interface PlaceFieldProps {
  fields: Fields
  onChange: (fields: Fields) => void
  isMissing: boolean
}

const CommunityField = ({ role, fields, onChange, isMissing }: PlaceFieldProps & { role: StaffRole }) => {
  const t = useText(staffText)
  const held = useSession((session) => session.person?.roles) ?? []
  const communities = communitiesToGive(held, role, useCommunities().data?.items ?? [])
  return (
    <ChoiceList<string>
      label={t('community')}
      isRequired
      error={isMissing ? t('communityMissing') : undefined}
      choices={communities.map(({ id, name }) => ({ value: id, name }))}
      value={fields.communityId}
      onChange={(communityId) => onChange({ ...fields, communityId, gridCellId: null })}
    />
  )
}

const GridCellField = ({ fields, onChange, isMissing }: PlaceFieldProps) => {
  const t = useText(staffText)
  const community = useCommunity(fields.communityId ?? undefined).data
  return (
    <ChoiceList<string>
      label={t('gridCell')}
      isRequired
      error={isMissing ? t('gridCellMissing') : undefined}
      choices={(community?.gridCells ?? []).map(({ id, name }) => ({ value: id, name }))}
      value={fields.gridCellId}
      onChange={(gridCellId) => onChange({ ...fields, gridCellId })}
    />
  )
}

/** The units of that role, by their names: nobody knows an id by heart. */
const UnitField = ({ fields, onChange, isMissing }: PlaceFieldProps) => {
  const t = useText(staffText)
  const staff = useStaff()
  if (staff.isPending) return <Skeleton />
  if (!staff.data) return <ErrorNotice error={staff.error} onRetry={() => void staff.refetch()} />
  const units = staff.data.units.filter(({ role }) => role === fields.role)
  return (
    <ChoiceList<string>
      label={t('unit')}
      isRequired
      error={isMissing ? t('unitMissing') : undefined}
      choices={units.map(({ id, name }) => ({ value: id, name }))}
      value={fields.unitId}
      onChange={(unitId) => onChange({ ...fields, unitId })}
    />
  )
}
