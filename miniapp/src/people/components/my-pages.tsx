import { hasPermission } from '@little-bench/shared/people/permissions'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Section } from '../../ui/section'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { peopleText } from '../people.text'

/** The ways to what is known about a person and who may act for whom; a proxy sees only what can be theirs to do. */
export const MyPages = () => {
  const t = useText(peopleText)
  const person = useSession((session) => session.person)
  const actingFor = useSession((session) => session.actingFor)
  const roles = person?.roles.map(({ role }) => role) ?? []
  const isBeside = actingFor !== null && hasPermission(roles, 'resident.assist')
  // What staff alone do here is at their desk.
  if (!actingFor && !hasPermission(roles, 'profile.own')) return null
  const whose = actingFor ? { name: actingFor.name } : undefined
  return (
    <Section title={whose ? t('myPagesFor', whose) : t('myPages')}>
      <TileGrid>
        <Tile
          name={whose ? t('factsFor', whose) : t('facts')}
          icon='edit'
          now={t('factsNow')}
          onPress={() => openPage('people/pages/facts/index')}
        />
        <Tile
          name={whose ? t('householdFor', whose) : t('household')}
          icon='home'
          tint='green'
          now={t('householdNow')}
          onPress={() => openPage('people/pages/household/index')}
        />
        <Tile
          name={whose ? t('pensionFor', whose) : t('pension')}
          icon='clock'
          tint='violet'
          now={t('pensionNow')}
          onPress={() => openPage('pension/pages/proof/index')}
        />
        {(!actingFor || isBeside) && (
          <>
            <Tile
              name={t('given')}
              icon='person'
              tint='amber'
              now={t('givenNow')}
              onPress={() => openPage('people/pages/grants-given/index')}
            />
            <Tile
              name={t('acts')}
              icon='clock'
              tint='violet'
              now={t('actsNow')}
              onPress={() => openPage('people/pages/proxy-acts/index')}
            />
            <Tile
              name={whose ? t('dataFor', whose) : t('data')}
              icon='lock'
              tint='green'
              now={t('dataNow')}
              onPress={() => openPage('privacy/pages/mine/index')}
            />
          </>
        )}
        {!actingFor && (
          <>
            <Tile
              name={t('children')}
              icon='child'
              tint='violet'
              now={t('childrenNow')}
              onPress={() => openPage('childcare/pages/children/index')}
            />
            <Tile
              name={t('received')}
              icon='bench'
              now={t('receivedNow')}
              onPress={() => openPage('people/pages/grants-received/index')}
            />
            <Tile
              name={t('code')}
              icon='lock'
              tint='green'
              now={t('codeNow')}
              onPress={() => openPage('people/pages/code/index')}
            />
          </>
        )}
      </TileGrid>
    </Section>
  )
}
