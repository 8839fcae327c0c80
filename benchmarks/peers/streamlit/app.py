"""The payments exercise in Streamlit: a form, so that nothing runs before « Rechercher »."""

import pandas as pd
import payments
import streamlit as st

st.set_page_config(page_title="Mes paiements")
st.title("Mes paiements")
with st.form("search_form"):
    start = st.date_input("Du", payments.START, format="DD/MM/YYYY")
    end = st.date_input("Au", payments.END, format="DD/MM/YYYY")
    person = st.selectbox("Pour quelle personne ?", payments.PEOPLE)
    st.write("Quelles sortes de paiement ?")
    kinds = [name for name, label in payments.KINDS.items() if st.checkbox(label, value=True, key=f"kind_{name}")]
    st.form_submit_button("Rechercher", key="search")
found = payments.search(start, end, person, kinds)
with st.container(key="total"):
    st.markdown(payments.total(found))
st.table(pd.DataFrame([payment.row for payment in found], columns=payments.HEADS))
