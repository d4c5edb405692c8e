(function(){"use strict";
function value(row,i){var t=row.cells[i].textContent.trim().replace(/\u2212/g,"-").replace(/[,%\s]/g,"").replace(/^</,"");var n=parseFloat(t);return isNaN(n)?row.cells[i].textContent.trim().toLowerCase():n;}
document.querySelectorAll("table.data").forEach(function(table){
var body=table.tBodies[0];if(!body||body.rows.length<3){return;}
Array.prototype.forEach.call(table.tHead.rows[0].cells,function(head,i){
var button=document.createElement("button");button.type="button";button.textContent=head.textContent;head.textContent="";head.appendChild(button);
button.addEventListener("click",function(){
var up=head.getAttribute("aria-sort")!=="ascending";
Array.prototype.forEach.call(table.tHead.rows[0].cells,function(h){h.removeAttribute("aria-sort");});
head.setAttribute("aria-sort",up?"ascending":"descending");
var rows=Array.prototype.slice.call(body.rows);
rows.sort(function(a,b){var x=value(a,i),y=value(b,i);if(typeof x!==typeof y){return typeof x==="number"?-1:1;}return (x<y?-1:x>y?1:0)*(up?1:-1);});
rows.forEach(function(r){body.appendChild(r);});});});});
function reveal(){var id=decodeURIComponent(location.hash.slice(1));var e=id&&document.getElementById(id);
for(var p=e;p;p=p.parentElement){if(p.tagName==="DETAILS"){p.open=true;}}if(e){e.scrollIntoView();}}
window.addEventListener("hashchange",reveal);reveal();
window.addEventListener("beforeprint",function(){document.querySelectorAll("details").forEach(function(d){d.open=true;});});
})();
