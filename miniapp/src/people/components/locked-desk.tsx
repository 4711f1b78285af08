import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { staffText } from '../staff.text'

/** Somebody who works here and has shown no second proof in this session: where to do so. */
export const LockedDesk = () => {
  const t = useText(staffText)
  const unlock = (
    <Button kind='primary' icon='lock' onPress={() => openPage('people/pages/second-step/index')}>
      {t('unlock')}
    </Button>
  )
  return <Empty icon='lock' title={t('lockedTitle')} next={t('lockedNext')} action={unlock} />
}
