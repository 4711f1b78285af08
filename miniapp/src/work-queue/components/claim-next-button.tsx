import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { inboxText } from '../inbox.text'
import type { ClaimNext } from '../use-claim-next'

/** 「接下一件」: whoever is free takes what is most urgent, without choosing. */
export const ClaimNextButton = ({ claimNext }: { claimNext: ClaimNext }) => {
  const t = useText(inboxText)
  return (
    <Button kind='primary' icon='plus' isWide isBusy={claimNext.isPending} onPress={() => claimNext.mutate()}>
      {t('claimNext')}
    </Button>
  )
}
