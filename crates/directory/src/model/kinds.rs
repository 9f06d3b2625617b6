//! The closed choices of the directory: small enums that are columns, standard values and message keys at once.
use kolo_words::Lang;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Writes an enum whose variants are known by a code: the same in the database, in JSON and in forms.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
        #[sea_orm(rs_type = "String", db_type = "Text")]
        pub enum $name {
            $($(#[$what])* #[sea_orm(string_value = $code)] #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every choice, in the order in which forms show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that stands for this choice in the database, in JSON and in forms.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The choice of this code, if there is one.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

choices! {
    /// Whether a record is in use; the values are those of the standard.
    Status {
        Active = "active",
        TemporarilyClosed = "temporarily closed",
        Inactive = "inactive",
        Defunct = "defunct",
    }
}

impl Status {
    /// Shown to visitors: what is closed for a while is still worth knowing about.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Active | Self::TemporarilyClosed)
    }
}

choices! {
    /// What is known about opening hours. Nobody having told us is not the same as being closed.
    HoursKnown {
        /// The schedules say when.
        Known = "known",
        /// Nobody told us.
        Unknown = "unknown",
        /// Around the clock, every day.
        Always = "always",
    }
}

choices! {
    /// Where a location or an address is: a place to go to, to write to, or on the net.
    LocationType {
        Physical = "physical",
        Postal = "postal",
        Virtual = "virtual",
    }
}

choices! {
    /// What a number is good for; the first seven are those of the standard (RFC 6350).
    PhoneType {
        Voice = "voice",
        Text = "text",
        Fax = "fax",
        Cell = "cell",
        Video = "video",
        Pager = "pager",
        Textphone = "textphone",
        /// Ours: a line for people in need, answered at once.
        Hotline = "hotline",
    }
}

impl PhoneType {
    /// The type as people and other systems write it; nothing when it says nothing we know.
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase();
        Self::parse(&word).or(match word.as_str() {
            "sms" => Some(Self::Text),
            "tty" | "tdd" | "tty/tdd" => Some(Self::Textphone),
            "mobile" => Some(Self::Cell),
            "crisis" | "crisis line" => Some(Self::Hotline),
            "phone" | "telephone" | "main" | "office" | "toll free" | "toll-free" => Some(Self::Voice),
            _ => None,
        })
    }
}

choices! {
    /// A day of the week, written as iCalendar does.
    Weekday {
        Monday = "MO",
        Tuesday = "TU",
        Wednesday = "WE",
        Thursday = "TH",
        Friday = "FR",
        Saturday = "SA",
        Sunday = "SU",
    }
}

choices! {
    /// How often a schedule repeats; the standard knows these two.
    Freq {
        Weekly = "WEEKLY",
        Monthly = "MONTHLY",
    }
}

choices! {
    /// What a schedule row says about the days it names.
    ScheduleKind {
        /// Opening hours that repeat or happen on named days.
        Regular = "regular",
        /// Closed on these days, whatever the regular rows say.
        Closed = "closed",
        /// Other hours on these days, instead of the regular ones.
        Instead = "instead",
    }
}

choices! {
    /// A way to reach a service without speaking or hearing.
    WayKind {
        Sms = "sms",
        Telegram = "telegram",
        Viber = "viber",
        Whatsapp = "whatsapp",
        Chat = "chat",
        Email = "email",
        VideoSign = "video_sign",
    }
}

choices! {
    /// What a place offers to people who cannot walk, see or hear well.
    AccessKind {
        StepFree = "step_free",
        Ramp = "ramp",
        Lift = "lift",
        AccessibleToilet = "accessible_toilet",
        Parking = "parking",
        HearingLoop = "hearing_loop",
        SignLanguage = "sign_language",
        Tactile = "tactile",
        LargePrint = "large_print",
    }
}

choices! {
    /// What became of a visitor's report that something is wrong.
    ReportState {
        New = "new",
        Mended = "mended",
        Dismissed = "dismissed",
    }
}

choices! {
    /// The objects of the standard, by the names the standard gives them.
    Kind {
        Organization = "organization",
        Program = "program",
        Service = "service",
        Attribute = "attribute",
        ServiceAtLocation = "service_at_location",
        Location = "location",
        Phone = "phone",
        Contact = "contact",
        Address = "address",
        Schedule = "schedule",
        Funding = "funding",
        ServiceArea = "service_area",
        RequiredDocument = "required_document",
        Language = "language",
        Accessibility = "accessibility",
        TaxonomyTerm = "taxonomy_term",
        Metadata = "metadata",
        MetaTableDescription = "meta_table_description",
        CostOption = "cost_option",
        OrganizationIdentifier = "organization_identifier",
        Taxonomy = "taxonomy",
        ServiceCapacity = "service_capacity",
        Unit = "unit",
        Url = "url",
    }
}

choices! {
    /// The language in which a record was first written; the standard's fields carry the text of this one.
    MainLang {
        En = "en",
        Kk = "kk",
        Ru = "ru",
        Uk = "uk",
    }
}

impl From<MainLang> for Lang {
    fn from(lang: MainLang) -> Self {
        match lang {
            MainLang::En => Self::En,
            MainLang::Kk => Self::Kk,
            MainLang::Ru => Self::Ru,
            MainLang::Uk => Self::Uk,
        }
    }
}

impl From<Lang> for MainLang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Kk => Self::Kk,
            Lang::Ru => Self::Ru,
            Lang::Uk => Self::Uk,
        }
    }
}
