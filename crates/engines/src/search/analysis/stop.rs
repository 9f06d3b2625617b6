//! Words that carry no meaning in a question: «где получить», «як мені», «how do I get». They are passed over, unless
//! there is nothing else.
use super::Forms;
use kolo_words::Lang;
use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    [RUSSIAN, UKRAINIAN, KAZAKH, ENGLISH]
        .into_iter()
        .flat_map(str::split_whitespace)
        .collect()
});

/// Whether a normalised word may be passed over.
pub(crate) fn is_stop_word(word: &str) -> bool {
    WORDS.contains(word)
}

/// Words that say little in a guide to help, in any of their forms: nearly every entry is a service, helps people and costs
/// nothing. An entry that has them comes earlier, but one without them is found as well.
static WEAK: LazyLock<HashSet<(Lang, String)>> = LazyLock::new(|| {
    [
        (Lang::Ru, WEAK_RUSSIAN),
        (Lang::Uk, WEAK_UKRAINIAN),
        (Lang::Kk, WEAK_KAZAKH),
        (Lang::En, WEAK_ENGLISH),
    ]
    .into_iter()
    .flat_map(|(lang, words)| words.split_whitespace().map(move |word| (lang, Forms::of(word, lang).loose)))
    .collect()
});

/// Whether a word says little.
pub(crate) fn is_weak(forms: &Forms, lang: Lang) -> bool {
    // An age, a number of children; 103 and 112 are what somebody looks for.
    let is_small_number = forms.surface.len() < 3 && forms.surface.bytes().all(|b| b.is_ascii_digit());
    is_small_number || WEAK.contains(&(lang, forms.loose.clone()))
}

const WEAK_RUSSIAN: &str = "
    помощь помочь помогает услуга бесплатный бесплатно безплатно срочно быстро человек люди город рядом близко после
    взять брать оформить оформление подать сдать стать встать сходить бежать обращение начать вопрос проблема
    пользоваться использовать научиться научить год лет пара
    россия украина казахстан сегодня завтра сейчас утром вечером ночью днем летом зимой";

const WEAK_UKRAINIAN: &str = "
    допомога допомогти допомагає послуга безкоштовний безкоштовно безплатно безоплатно безоплатний терміново швидко
    людина люди місто поруч близько після взяти брати оформити оформлення подати здати стати піти звернення почати
    питання проблема користуватись користуватися використовувати навчитися навчитись навчити рік років пара
    росія україна казахстан сьогодні завтра зараз вранці ввечері вечором вночі влітку взимку";

const WEAK_KAZAKH: &str = "
    көмек көмектесу көмектесіңіз қызмет тегін шұғыл тез адам адамдар қала жақын кейін рәсімдеу беру өтініш сұрақ мәселе
    үйрену үйрету жыл қазақстан украина ресей бүгін ертең таңертең кешке түнде жазда қыста";

const WEAK_ENGLISH: &str = "
    help helping service services free urgent urgently quickly person people someone somebody city near nearby after take
    apply application ask question problem use using learn year years old russia ukraine kazakhstan today tomorrow now tonight morning evening night summer winter";

const RUSSIAN: &str = "
    и в во на с со к ко у о об обо от до из за по для при без через про над под между или а но же ли бы то не ни
    я мне меня мной мы нам нас ты тебе вы вам вас он она оно они ему ей им его ее их мой моя мое мои моего моей моему моим
    моих свой своя свои наш наша наши этот эта это эти тот та те такой такая такие который которая которые
    что чего чему чем кто кого кому где куда откуда когда как какой какая какое какие каких почему зачем сколько
    есть был была было были быть будет будут если уже еще очень тоже также только там тут здесь можно нельзя надо
    нужно нужен нужна нужны могу может могут хочу хотим хочется ищу найти получить получать узнать обратиться обращаться
    пойти сделать делать помогите подскажите скажите расскажите пожалуйста здравствуйте";

const UKRAINIAN: &str = "
    і й та в у на з із зі до від для при без через про над під між або а але ж чи би б то не ні за по
    я мені мене мною ми нам нас ти тобі ви вам вас він вона воно вони йому їй їм його її їх мій моя моє мої моєї моєму
    моїм моїх свій своя свої наш наша наші цей ця це ці той те такий така такі який яка яке які яких
    що чого чому чим хто кого кому де куди звідки коли як скільки навіщо є був була було були бути буде будуть якщо
    вже ще дуже також тільки там тут можна треба потрібно потрібен потрібна потрібні можу може можуть хочу шукаю
    знайти отримати отримувати дізнатися дізнатись звернутися звернутись піти зробити робити допоможіть підкажіть скажіть
    розкажіть будь ласка добрий день хтось когось комусь щось десь якось хто-небудь";

const KAZAKH: &str = "
    және мен пен бен да де та те не ма ме ба бе па пе үшін туралы бойынша арқылы дейін кейін бұрын сияқты немесе әлде
    бірақ егер мен маған мені менің біз бізге бізді біздің сен саған сіз сізге сіздің ол оған оны оның олар олардың
    бұл осы сол мына өз өзім менде қалай қайда қайдан қай қандай кім кімге қашан неге қанша нені керек болады болама бола
    бар екен еді емес тек өте тағы алуға алу алсам қалаймын аламын іздеймін табуға табу беріңіз айтыңызшы өтінемін
    сәлеметсіз бе";

const ENGLISH: &str = "
    a an the and or but of to in on at by for with from about into over under as is are was were be been am do does did
    i me my mine we us our you your he she it they them their his her its this that these those what which who whom
    where when how why can could may might will would shall should must need want looking look find get getting there
    here if not no any some please hello hi tell show im id";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meaning_of_a_question_is_left() {
        let left: Vec<_> = "где я могу получить бесплатную юридическую помощь"
            .split(' ')
            .filter(|w| !is_stop_word(w))
            .collect();
        assert_eq!(left, ["бесплатную", "юридическую", "помощь"]);
        assert!(!is_stop_word("көмек") && !is_stop_word("допомога") && !is_stop_word("help"));
    }
}
