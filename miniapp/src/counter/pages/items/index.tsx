import { useText } from '../../../platform/i18n/text'
import { AssistPage } from '../../components/assist-page'
import { ResidentItems } from '../../components/resident-items'
import { itemsText } from '../../items.text'

/** How the things stand that the person who is helped has asked for. */
export default function ItemsPage() {
  const t = useText(itemsText)
  return <AssistPage title={t('items')}>{({ resident }) => <ResidentItems residentId={resident.id} />}</AssistPage>
}
