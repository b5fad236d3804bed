"""Templates of what customers write: to the service desk, with an order, in a review."""

MESSAGES = (
    "Geachte heer, mevrouw,\n\nOp bestelling {order} heb ik nog geen levering ontvangen. Kunt u "
    "nagaan waar het pakket is gebleven?\n\nMet vriendelijke groet,\n{naam}\n{adres}\n"
    "{postcode} {plaats}\nTel. {mobiel}",
    "Beste klantenservice,\n\nGraag wijzig ik mijn e-mailadres in {email}. Mijn klantnummer is "
    "{klantnr}.\n\nVriendelijke groet,\n{naam}",
    "Goedemorgen, {product} is stuk aangekomen. Bestelnummer {order}. U kunt mij bereiken op "
    "{mobiel}. Groet, {naam}",
    "hoi, waar blijft mijn pakje?? order {order}",
    "hee ik heb nog steeds niks gehad, bel me ff op {mobiel}",
    "WAAR BLIJFT MIJN BESTELLING {order}?! Al drie keer gemaild en niemand reageert. Belachelijk!",
    "Dit is de laatste keer dat ik bij jullie bestel. Geld terug op {iban} t.n.v. {initialen}, "
    "en snel graag.",
    "Hallo, ik wil {product} retourneren. Kan het bedrag van {bedrag} euro terug naar {iban}? "
    "Mvg {naam}",
    "Wij zijn verhuisd. Het nieuwe adres is {adres}, {postcode} {plaats}. Met groet, {naam}",
    "Kunnen jullie het bezorgadres van {order} nog wijzigen naar {adres} in {plaats}? Alvast "
    "bedankt, {voornaam}",
    "Beste, ik kan niet inloggen met {email}. Ik krijg steeds een foutmelding. Groetjes {voornaam}",
    "ik ben mn inlog kwijt, mail is {email} kan iemand helpen",
    "De cadeaubon {bon} wordt niet geaccepteerd bij het afrekenen. Wat nu? Groet, {naam}",
    "L.S.,\n\nHierbij zeg ik mijn koffieabonnement op. Klantnummer {klantnr}.\n\nHoogachtend,\n"
    "{initialen}",
    "Dank voor de snelle hulp van gisteren, top service!",
    "Is {product} volgende week weer op voorraad?",
    "Kan ik {product} ook in de winkel afhalen of alleen laten bezorgen?",
    "Goedemiddag,\n\nHet pakket met code {track} staat al een week op 'onderweg'. Wilt u dit "
    "uitzoeken?\n\n{naam}, {vast}",
    "De bezorger heeft het pakket bij de buren op {adres} afgegeven zonder briefje. Niet netjes.",
    "Ik bestelde voor mijn moeder, mevrouw {naam}, maar op de bon staat mijn eigen naam.",
    "Hoi! Ik heb dubbel betaald voor {order}. Mijn rekening is {iban}. Kunnen jullie dit "
    "terugstorten? Thanks!",
    "helaas zit er een barst in {product}. fotos stuur ik door vanaf {email}",
    "Beste mensen, de bonen smaken heerlijk maar de zak was open. Groeten uit {plaats}, {voornaam}",
    "Wilt u mij terugbellen? Overdag ben ik te bereiken op {vast}, 's avonds op {mobiel}. {naam}",
    "Ik heb de factuur van {order} niet ontvangen, kunt u die mailen naar {email}?",
    "nog ff over order {order}: mag ook op {adres} bezorgd worden, {postcode}",
    "Graag ontvang ik een overzicht van alle gegevens die u van mij bewaart. {naam}, {adres}, "
    "{postcode} {plaats}",
    "Verwijder alstublieft mijn account en al mijn gegevens. E-mail: {email}, klantnr {klantnr}.",
    "Chat gestart.\nKlant: hoi met {voornaam}\nMedewerker: waarmee kan ik helpen?\nKlant: order "
    "{order} klopt niet\nMedewerker: ik zoek het op",
    "Chat gestart.\nKlant: kan {product} ook gemalen geleverd worden?\nMedewerker: ja hoor, dat "
    "kan bij het bestellen.",
    "Op {order} staat {bedrag} euro terwijl de actieprijs lager was. Graag correctie. "
    "Mvg {initialen}",
    "slechte zaak dit, al 2 weken aan het wachten en geen reactie op mn mails",
    "Bedankt voor het meedenken! Hartelijke groet, {voornaam}",
    "Namens mijn vader {naam} meld ik dat {product} na twee maanden is uitgevallen. Is dit "
    "garantie? U kunt mailen naar {email}.",
    "Goedenavond, ik probeer achteraf te betalen maar dat lukt niet voor {order}. Groet {voornaam}",
    "Kunt u de factuur op naam van {initialen} zetten, {adres}, {postcode} {plaats}?",
    "pakketje is teruggestuurd want postcode klopte niet, moet {postcode} zijn",
    "Mijn telefoonnummer is veranderd, dat wordt {mobiel}. Klantnummer {klantnr}. Dank u wel.",
    "Er zat een verkeerd artikel in de doos, artikelnummer en foto in de bijlage.",
    "Versie 2 van de handleiding is niet te downloaden op jullie site, klopt dat?",
)

BSN_MESSAGES = (
    "Voor de inschrijving had u nog gegevens nodig: {naam}, bsn {bsn}. Groet",
    "Hierbij mijn BSN: {bsn}. Hopelijk kunnen jullie nu de bestelling {order} vrijgeven.",
    "ik moest me legitimeren zei jullie collega, mijn bsn is {bsn} en ik heet {naam}",
    "Mijn burgerservicenummer is {bsn}, klantnummer {klantnr}.",
)

REMARKS = (
    "Graag bij de voordeur neerzetten.",
    "Bel {mobiel} bij aankomst.",
    "Niet thuis? Dan bij de buren op {adres}.",
    "Cadeau voor {naam}, graag zonder factuur.",
    "Voor {naam} op de afdeling inkoop.",
    "Na 17.00 uur bezorgen svp",
    "Pakket mag in de schuur.",
    "Gelieve te mailen naar {email} als het later wordt.",
    "Neutrale doos graag.",
)

WIDE_BSN_REMARKS = (
    "Mijn bsn is {bsn}, voor de leeftijdscontrole.",
    "BSN {bsn} van {naam}.",
)

PLATE_REMARKS = (
    "Ik kom het ophalen met de auto, kenteken {kenteken}.",
    "Afhalen bij magazijn, kenteken {kenteken} aanmelden bij de poort.",
)

ENGRAVED = "Koffiemok bedrukt met de naam {naam}"

REVIEWS = (
    "Heerlijke koffie, elke ochtend weer genieten.",
    "Snelle levering, maar de verpakking was beschadigd.",
    "Prima prijs voor deze kwaliteit, ik bestel zeker opnieuw.",
    "Valt tegen. De smaak is bitter en de bonen zijn olieachtig.",
    "De machine maakt meer lawaai dan verwacht, verder tevreden.",
    "Mooi proefpakket, leuk om cadeau te geven.",
    "Duidelijke handleiding en goed te reinigen.",
    "Na drie maanden al een storing, jammer.",
    "Zachte melange met een lange afdronk. Aanrader!",
    "Klantenservice dacht goed mee toen er een artikel ontbrak.",
)

MOTIVATIONS = (
    "Graag solliciteer ik naar deze functie. Ik werk vijf jaar in de horeca en houd van koffie. "
    "U kunt mij bellen op {mobiel}. Met vriendelijke groet, {naam}",
    "Mijn naam is {naam} en ik kom uit {plaats}. Als barista heb ik geleerd om onder druk rustig "
    "te blijven.",
    "Via een vriend hoorde ik van deze vacature. Het werk in het magazijn spreekt mij aan omdat "
    "ik graag de handen uit de mouwen steek. Mail gerust naar {email}.",
    "Na mijn studie zoek ik een eerste baan waarin ik veel kan leren. Jullie webshop ken ik als "
    "klant, en ik denk graag mee over de klantenservice.",
)
