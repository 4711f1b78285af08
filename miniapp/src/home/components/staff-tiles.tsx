import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Tile } from '../../ui/tile'
import { homeText } from '../home.text'
import { useAbilities } from '../use-abilities'

/** The ways to work, for those who work here: the desk, and what they do beside residents. */
export const StaffTiles = () => {
  const t = useText(homeText)
  const { servesQueues, assistsResidents, verifiesFacts, makesCalls, ...does } = useAbilities()
  const {
    servesMeals,
    caresForChildren,
    hostsActivities,
    mediates,
    overseesMediation,
    makesVisits,
    plansVisits,
    followsProofs,
    invitesStaff,
  } = does
  // 长辈版 keeps to the first ones; the counter leads on to the others.
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  return (
    <>
      {servesQueues && (
        <Tile
          name={t('staffDesk')}
          icon='inbox'
          tint='amber'
          now={t('staffDeskNow')}
          onPress={() => openPage('work-queue/pages/inbox/index', {})}
        />
      )}
      {assistsResidents && (
        <Tile
          name={t('counter')}
          icon='bench'
          now={t('counterNow')}
          onPress={() => openPage('counter/pages/counter/index')}
        />
      )}
      {servesMeals && (
        <Tile
          name={t('kitchen')}
          icon='bowl'
          tint='green'
          now={t('kitchenNow')}
          onPress={() => openPage('kitchen/pages/today/index', {})}
        />
      )}
      {caresForChildren && (
        <Tile
          name={t('roster')}
          icon='child'
          tint='violet'
          now={t('rosterNow')}
          onPress={() => openPage('childcare/pages/roster/index', {})}
        />
      )}
      {mediates && (
        <Tile
          name={t('mediates')}
          icon='bench'
          tint='violet'
          now={t('mediatesNow')}
          onPress={() => openPage('mediation/pages/cases/index')}
        />
      )}
      {overseesMediation && !mediates && (
        <Tile
          name={t('mediationLedger')}
          icon='list'
          now={t('mediationLedgerNow')}
          onPress={() => openPage('mediation/pages/ledger/index')}
        />
      )}
      {makesVisits && !(isElderMode && assistsResidents) && (
        <Tile
          name={t('visits')}
          icon='home'
          tint='green'
          now={t('visitsNow')}
          onPress={() => openPage('pension/pages/round/index', {})}
        />
      )}
      {plansVisits && !isElderMode && (
        <Tile
          name={t('planVisits')}
          icon='calendar'
          now={t('planVisitsNow')}
          onPress={() => openPage('pension/pages/plan/index')}
        />
      )}
      {followsProofs && !isElderMode && (
        <Tile
          name={t('openProofs')}
          icon='clock'
          tint='violet'
          now={t('openProofsNow')}
          onPress={() => openPage('counter/pages/open-proofs/index')}
        />
      )}
      {hostsActivities && !isElderMode && (
        <Tile
          name={t('hostActivities')}
          icon='book'
          tint='amber'
          now={t('hostActivitiesNow')}
          onPress={() => openPage('activities/pages/list/index')}
        />
      )}
      {verifiesFacts && !isElderMode && (
        <Tile
          name={t('factCheck')}
          icon='check'
          tint='violet'
          now={t('factCheckNow')}
          onPress={() => openPage('counter/pages/fact-check/index')}
        />
      )}
      {makesCalls && !isElderMode && (
        <Tile
          name={t('callList')}
          icon='phone'
          tint='green'
          now={t('callListNow')}
          onPress={() => openPage('counter/pages/call-list/index')}
        />
      )}
      {invitesStaff && !(isElderMode && assistsResidents) && (
        <Tile
          name={t('staff')}
          icon='person'
          now={t('staffNow')}
          onPress={() => openPage('people/pages/staff/index')}
        />
      )}
    </>
  )
}
