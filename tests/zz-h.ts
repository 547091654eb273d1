import { file } from "#tests/support/pdf-builder.ts"; import { readPlanDocument } from "#documents/read-plan-document.ts";
const page=(content:string,extra="")=>["<< /Type /Catalog /Pages 2 0 R >>","<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << ${extra} >> /Contents 4 0 R >>`,`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,"<< /Title (x) >>"];
const cases:Record<string,Uint8Array>={
 deepArray:file(["<< /Type /Catalog /Pages "+"[".repeat(200000)+"]".repeat(200000)+" >>"]),
 manyRules:file(page(Array.from({length:200000},(_,i)=>`${i%800} ${i%500} m ${(i*7)%800} ${i%500} l S`).join("\n"))),
 grid:file(page(Array.from({length:2000},(_,i)=>`${i*.4} 0 m ${i*.4} 590 l S 0 ${i*.3} m 800 ${i*.3} l S`).join("\n"))),
 loopForm:file([...page("/X Do","/XObject << /X 6 0 R >>"),"<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"]),
 pages:file(["<< /Type /Catalog /Pages 2 0 R >>",`<< /Type /Pages /Kids [${"3 0 R ".repeat(5000)}] /Count 5000 >>`,"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"]),
 circular:file(["<< /Type /Catalog /Pages 2 0 R >>","<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
 junk50:(()=>{const b=new Uint8Array(49_000_000).fill(0x73); b.set(new TextEncoder().encode("%PDF-1.7\n")); return b})(),
 bigText:file(page(Array.from({length:100000},(_,i)=>`BT /F1 9 Tf 1 0 0 1 ${i%800} ${i%590} Tm (ab) Tj ET`).join("\n"),"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>")),
};
for(const [n,b] of Object.entries(cases)){const t=performance.now(); let r; try{const d=await readPlanDocument(b); r="read "+d.problems.length}catch(e:any){r=e.constructor.name+" "+e.reason+" "+e.message.slice(0,90)} console.log(n,b.length,r,Math.round(performance.now()-t)+"ms",Math.round(process.memoryUsage().rss/1e6)+"MB")}
