import { SLOT_SERVICES } from '@little-bench/shared/scheduling/slots'
import { useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Section } from '../../ui/section'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { counterText } from '../counter.text'

/** What can be done for the person who is here. */
export const SessionTasks = () => {
  const t = useText(counterText)
  // The pages of services show the chosen community, which is the one of the counter.
  const services = useMyCommunity().community?.services ?? []
  const takesBookings = SLOT_SERVICES.some((service) => services.includes(service))
  return (
    <Section title={t('tasks')}>
      <TileGrid>
        <Tile
          name={t('sayOne')}
          icon='speech'
          now={t('sayOneNow')}
          onPress={() => openPage('counter/pages/assisted-issue/index')}
        />
        {services.includes('canteen') && (
          <Tile
            name={t('meal')}
            icon='bowl'
            tint='green'
            now={t('mealNow')}
            onPress={() => openPage('canteen/pages/sittings/index')}
          />
        )}
        {services.includes('childcare') && (
          <Tile
            name={t('childcare')}
            icon='child'
            tint='violet'
            now={t('childcareNow')}
            onPress={() => openPage('childcare/pages/slots/index')}
          />
        )}
        {services.includes('activities') && (
          <Tile
            name={t('activities')}
            icon='book'
            now={t('activitiesNow')}
            onPress={() => openPage('activities/pages/list/index')}
          />
        )}
        {services.includes('pension') && (
          <Tile
            name={t('pension')}
            icon='person'
            tint='green'
            now={t('pensionNow')}
            onPress={() => openPage('pension/pages/proof/index')}
          />
        )}
        {takesBookings && (
          <Tile
            name={t('bookings')}
            icon='calendar'
            tint='amber'
            now={t('bookingsNow')}
            onPress={() => openPage('bookings/pages/mine/index')}
          />
        )}
        <Tile
          name={t('items')}
          icon='list'
          tint='green'
          now={t('itemsNow')}
          onPress={() => openPage('counter/pages/items/index')}
        />
        <Tile
          name={t('facts')}
          icon='check'
          tint='amber'
          now={t('factsNow')}
          onPress={() => openPage('counter/pages/resident-facts/index')}
        />
        <Tile
          name={t('household')}
          icon='home'
          tint='violet'
          now={t('householdNow')}
          onPress={() => openPage('counter/pages/household/index')}
        />
        <Tile
          name={t('grants')}
          icon='lock'
          now={t('grantsNow')}
          onPress={() => openPage('counter/pages/grants/index')}
        />
        <Tile
          name={t('data')}
          icon='list'
          tint='green'
          now={t('dataNow')}
          onPress={() => openPage('privacy/pages/mine/index')}
        />
      </TileGrid>
    </Section>
  )
}
