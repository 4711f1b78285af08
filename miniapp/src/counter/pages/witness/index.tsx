import { View } from '@tarojs/components'
import { useText } from '../../../platform/i18n/text'
import { AssistPage } from '../../components/assist-page'
import { WitnessForm } from '../../components/witness-form'
import { grantText } from '../../grant.text'

/** A grant given at the counter, with staff as witness. */
export default function WitnessPage() {
  const t = useText(grantText)
  return (
    <AssistPage title={t('witnessTitle')}>
      {({ resident, reason }) =>
        // Of a telephone call nobody can say who is listening.
        reason === 'phone' ? <View>{t('noWitnessByPhone')}</View> : <WitnessForm resident={resident} />
      }
    </AssistPage>
  )
}
