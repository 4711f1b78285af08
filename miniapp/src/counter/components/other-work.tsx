import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Section } from '../../ui/section'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { counterText } from '../counter.text'
import { useDeliveries } from '../delivery.api'
import { useMay } from '../use-staff-community'

/** What staff do for residents who are not here, or whom nobody knows yet. */
export const OtherWork = () => {
  const t = useText(counterText)
  const mayVerify = useMay('fact.verify')
  const mayCall = useMay('call.record')
  const mayFollow = useMay('proof.follow')
  const mayVisit = useMay('visit.make')
  const maySeeDeliveries = useMay('delivery.read')
  const stuck = useDeliveries('stuck', maySeeDeliveries).data?.pages[0]?.stuck
  const deliveriesNow = stuck ? t('deliveriesStuck', { count: stuck }) : t('deliveriesNow')
  const mayInvite = useMay('staff.invite')
  return (
    <Section title={t('other')}>
      <TileGrid>
        <Tile
          name={t('caller')}
          icon='speech'
          now={t('callerNow')}
          onPress={() => openPage('counter/pages/assisted-issue/index')}
        />
        {mayVerify && (
          <Tile
            name={t('factCheck')}
            icon='check'
            tint='amber'
            now={t('factCheckNow')}
            onPress={() => openPage('counter/pages/fact-check/index')}
          />
        )}
        {mayFollow && (
          <Tile
            name={t('openProofs')}
            icon='clock'
            tint='violet'
            now={t('openProofsNow')}
            onPress={() => openPage('counter/pages/open-proofs/index')}
          />
        )}
        {mayVisit && (
          <Tile
            name={t('visits')}
            icon='home'
            tint='green'
            now={t('visitsNow')}
            onPress={() => openPage('pension/pages/round/index', {})}
          />
        )}
        {mayCall && (
          <Tile
            name={t('callList')}
            icon='phone'
            tint='green'
            now={t('callListNow')}
            onPress={() => openPage('counter/pages/call-list/index')}
          />
        )}
        {maySeeDeliveries && (
          <Tile
            name={t('deliveries')}
            icon='send'
            tint='amber'
            now={deliveriesNow}
            onPress={() => openPage('counter/pages/deliveries/index')}
          />
        )}
        {mayInvite && (
          <Tile
            name={t('staff')}
            icon='person'
            now={t('staffNow')}
            onPress={() => openPage('people/pages/staff/index')}
          />
        )}
      </TileGrid>
    </Section>
  )
}
