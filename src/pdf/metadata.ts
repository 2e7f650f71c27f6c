/**
 * The metadata of a document, twice and consistent: information dictionary (ISO 32000-1, 14.3.3) and XMP
 * packet (14.3.2), which declares PDF/A-3a (ISO 19005-3, 6.6) and PDF/UA-1 (ISO 14289-1, clause 5).
 */
import type { PdfOptions } from './options.ts';
import type { DocumentInfo } from './pdfkit.ts';

export interface Metadata {
  readonly info: DocumentInfo;
  readonly xmp: Uint8Array;
}

/** Text values lose control characters, which XML cannot hold, and become one line. */
export function metadataOf(options: PdfOptions): Metadata {
  const date = new Date(options.date);
  const producer = oneLine(options.producer);
  const info: DocumentInfo = {
    Title: oneLine(options.title),
    ...(options.author && { Author: oneLine(options.author) }),
    ...(options.subject && { Subject: oneLine(options.subject) }),
    ...(options.keywords && { Keywords: oneLine(options.keywords) }),
    Creator: producer,
    Producer: producer,
    CreationDate: date,
    ModDate: date,
  };
  return { info, xmp: new TextEncoder().encode(xmpPacket(info, options.lang)) };
}

function xmpPacket(info: DocumentInfo, lang: string): string {
  const date = `${info.CreationDate.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<dc:title>${alternatives(info.Title)}</dc:title>
${info.Author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>\n`}${
  info.Subject === undefined ? '' : `<dc:description>${alternatives(info.Subject)}</dc:description>\n`
}${info.Keywords === undefined ? '' : `<pdf:Keywords>${escapeXml(info.Keywords)}</pdf:Keywords>\n`}<pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>
<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
${UA_EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** ISO 19005-3, 6.6.2.3: a schema that PDF/A does not know, here that of PDF/UA, describes itself. */
const UA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function alternatives(value: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`;
}

function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function escapeXml(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
